import "server-only";
import type { z } from "zod";
import type { Address, AddressIds, Parsers, QueryOf } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { id } from "@/address/parsers";
import { schemaOf } from "@/address/schema-of";
import type { Database } from "@/db/client";
import { AppError } from "@/domain/errors";
import { type ReportKind, type ReportModel, reportFormats } from "@/domain/report-model";
import type { Actor } from "@/domain/roles";
import type { Context } from "@/server/context";
import { defineQuery } from "@/server/define";
import { rowId } from "@/server/form-fields";
import type { DocumentFrame } from "../layout/frame";
import { readFrame } from "../read/report-frame";
import { answerDownload, type Download } from "../server/lib/download";
import type { SharedQuery } from "./shared-address";

/** Input of a document: the query of its address and, if its path names a row, the id. */
type Input<Path extends string, P extends Parsers> = QueryOf<P> & AddressIds<Path>;

type ReadScope<I> = { db: Database; actor: Actor; input: I; context: Context; frame: DocumentFrame };

/** Argument of `read` for a document with this address. */
export type DocumentScope<A> = A extends Address<infer Path, infer P> ? ReadScope<Input<Path, P>> : never;

type Spec<Path extends string, P extends Parsers, Data, Chosen> = {
  kind: ReportKind;
  address: Address<Path, P>;
  /**
   * Reads the content of the document within the actor's scope.
   * @returns `chosen`: the choices, with the defaults filled in
   * @throws AppError NOT_FOUND for a row or code that does not exist
   */
  read: (scope: ReadScope<Input<Path, P>>) => Promise<{ data: Data; chosen: Chosen }>;
  compose: (frame: DocumentFrame, data: Data) => ReportModel;
  /** Name of the file (and an ASCII name for old programs), and the choices for the audit log. */
  file: (built: {
    model: ReportModel;
    chosen: Chosen;
    query: QueryOf<P>;
  }) => Pick<Download, "name" | "asciiName" | "filters">;
};

/**
 * Declares a printed document. Its page calls `build`, and its route answers with `download`, which
 * goes through `export`: two queries with permissions of their own and the same content. How to add
 * one: docs/recipes/document.md.
 */
export function defineDocument<
  Path extends string,
  P extends Parsers & { [Name in keyof SharedQuery]: P[Name] },
  Data,
  Chosen,
>({ kind, address, read, compose, file }: Spec<Path, P, Data, Chosen>) {
  const fields = schemaOf(address);
  // The types do not tell whether the path of an address has an id, so the type of the schema is
  // asserted.
  const input = (address.path.includes("[id]") ? fields.extend({ id: rowId }) : fields) as unknown as z.ZodType<
    Input<Path, P>,
    Input<Path, P>
  >;
  const run = async (scope: Omit<ReadScope<Input<Path, P>>, "frame">) => {
    const frame = await readFrame(scope.db, scope.context, scope.input as SharedQuery);
    const { data, chosen } = await read({ ...scope, frame });
    return { model: compose(frame, data), chosen };
  };
  const name = kind.replace(/(?:^|_)(\w)/g, (_match, first: string) => first.toUpperCase());
  const asFile = exportOf(address, reportFormats);
  const exported = defineQuery({ name: `report.export${name}`, permission: "report.export", input, run });
  return {
    address,
    build: defineQuery({ name: `report.build${name}`, permission: "report.read", input, run }),
    export: exported,
    /** The address of the file with this query and format. */
    fileHref: asFile.href,
    /** Answers the route `…/export`. `params` are the path parameters if the path has an id. */
    download: (request: Request, params?: Promise<{ id: string }>): Promise<Response> =>
      answerDownload(request, async (context) => {
        const { format, ...query } = asFile.read(new URL(request.url).searchParams);
        if (!format) throw new AppError("INVALID_INPUT");
        const asked = { ...query, ...(params && { id: rowOf(await params) }) } as Input<Path, P>;
        const { model, chosen } = await exported(context, asked);
        return { model, format, ...file({ model, chosen, query: asked }) };
      }),
  };
}

function rowOf(params: { id: string }): number {
  const row = id.parse(params.id);
  if (row === null) throw new AppError("NOT_FOUND");
  return row;
}
