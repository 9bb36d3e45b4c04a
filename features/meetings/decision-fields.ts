type Values = Readonly<Record<string, string | string[]>>;

const ownWords = /^text(?:En|Lo)\.(\d+)$/;

/** The fields of many decisions as input of their command: `textLo.12` is the text of entry 12. */
export function decisionFields(values: Values) {
  const ids = new Set(Object.keys(values).flatMap((name) => ownWords.exec(name)?.[1] ?? []));
  const own = [...ids].map((id) => ({ entryId: id, textEn: values[`textEn.${id}`], textLo: values[`textLo.${id}`] }));
  return { ...values, own };
}
