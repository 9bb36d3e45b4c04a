import { TriangleAlert } from "./icons";

type Props = {
  /** What happened, and what is kept. */
  title: string;
  /** The refused fields: the id of each control, and the reason. */
  fields?: ReadonlyArray<{ id: string; text: string }>;
};

/** Why a form was refused, above its fields, with links to them. */
export function FormError({ title, fields = [] }: Props) {
  return (
    <div
      role="alert"
      className="flex items-start gap-2.5 rounded-lg border border-bad-line bg-bad-bg px-3.5 py-2.5 text-bad text-sm"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        {fields.length > 0 && (
          <ul className="mt-1 flex flex-col gap-0.5">
            {fields.map((field) => (
              <li key={field.id}>
                <a href={`#${field.id}`} className="underline underline-offset-2">
                  {field.text}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
