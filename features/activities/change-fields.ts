type Values = Readonly<Record<string, string | string[]>>;

const ownWords = /^(?:text|reason)\.(\d+)$/;

/** The fields of a change of rows as input of its command: `text.12` is the text of row 12. */
export function changeFields(values: Values) {
  const ids = new Set(Object.keys(values).flatMap((name) => ownWords.exec(name)?.[1] ?? []));
  const own = [...ids].map((id) => ({ entryId: id, text: values[`text.${id}`], reason: values[`reason.${id}`] }));
  return { ...values, own };
}
