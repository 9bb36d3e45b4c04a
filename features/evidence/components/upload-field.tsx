import { controlClasses, describedBy } from "@/components/ui/control";
import { Field } from "@/components/ui/field";
import { evidenceExtensions } from "@/domain/evidence";

type Props = { label: string; hint: string; error?: string; required: string };

/** A native file input, so a file can be chosen or dropped on it. */
export function UploadField({ label, hint, error, required }: Props) {
  return (
    <Field id="file" label={label} hint={hint} error={error} required={required}>
      <input
        type="file"
        id="file"
        name="file"
        required
        accept={evidenceExtensions.map((extension) => `.${extension}`).join(",")}
        {...describedBy("file", hint, error)}
        className={`${controlClasses} border-dashed py-6 file:mr-3 file:rounded-md file:border file:border-line-strong file:border-solid file:bg-surface file:px-3 file:py-1 file:font-medium file:text-ink`}
      />
    </Field>
  );
}
