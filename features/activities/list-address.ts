import { createMultiParser, createParser } from "nuqs/server";
import { type AddressQuery, defineAddress } from "@/address/define-address";
import { exportOf } from "@/address/export-of";
import { code, id, idText, listOf, matching, oneOf, page, searchText } from "@/address/parsers";
import { schedules, stages, statuses } from "@/domain/lifecycle";
import { reportFormats } from "@/domain/report-model";
import { signals } from "@/domain/signals";
import { priorityKinds } from "@/domain/vocabulary";
import {
  type ActivityColumn,
  activityColumns,
  defaultColumns,
  densities,
  facetNames,
  fixedColumns,
  pageSizes,
  printSize,
} from "./list-columns";

/** Value of `view` for the whole register, even if the person has a default view. */
export const noView = "all";

export type Direction = "asc" | "desc";
type SortItem = `${ActivityColumn}.${Direction}`;
type Width = `${ActivityColumn}:${number}`;

const column = oneOf(activityColumns);
const sortItems = listOf(oneOf(activityColumns.flatMap((key): SortItem[] => [`${key}.asc`, `${key}.desc`])));

/** Sort levels, each column once, because a second level of the same column has no effect. */
const sortList = createMultiParser<SortItem[]>({
  ...sortItems,
  parse: (texts) => {
    const items = sortItems.parse(texts);
    const columns = items?.map((item) => item.split(".")[0]);
    return items && new Set(columns).size === items.length ? items : null;
  },
});

const columns = listOf(column);
const shownColumns = createMultiParser<ActivityColumn[]>({
  ...columns,
  parse: (texts) => {
    const shown = columns.parse(texts);
    return shown && fixedColumns.every((fixed) => shown.includes(fixed)) ? shown : null;
  },
});

/** `title:320`: a column and its width in pixels. */
const width = createParser<Width>({
  parse: (text) => {
    const [name = "", pixels = "", ...rest] = text.split(":");
    const key = column.parse(name);
    const isWidth = /^\d{2,4}$/.test(pixels) && Number(pixels) >= 60 && Number(pixels) <= 800;
    return key && isWidth && rest.length === 0 ? `${key}:${Number(pixels)}` : null;
  },
  serialize: String,
});

const oneOfNumbers = (numbers: readonly number[]) =>
  createParser<number>({
    parse: (text) => numbers.find((number) => String(number) === text) ?? null,
    serialize: String,
  });

/** The address of the list; it contains its whole state. */
export const activitiesAddress = defineAddress(
  "/activities",
  {
    q: searchText.withDefault(""),
    sort: sortList.withDefault([]),
    page,
    size: oneOfNumbers([...pageSizes, printSize]).withDefault(25),
    period: listOf(code),
    plan: listOf(idText),
    stage: listOf(oneOf([...stages, "none"])),
    status: listOf(oneOf([...statuses, "none"])),
    schedule: listOf(oneOf([...schedules, "none"])),
    /** The code of a lead member state, or `none`. */
    state: listOf(code),
    /** A member state that is proponent, co-proponent or implementing agency. */
    owner: listOf(code),
    partner: listOf(code),
    outcome: listOf(code),
    priority: listOf(oneOf(priorityKinds)),
    /** Signals, by the same conditions as on the overview. */
    signal: listOf(oneOf(signals)),
    sample: listOf(oneOf(["yes", "no"])),
    cols: shownColumns.withDefault([...defaultColumns]),
    /** The number of columns that stay in view when the table scrolls sideways. */
    pin: oneOfNumbers([0, 1, 2, 3]).withDefault(0),
    w: listOf(width),
    density: oneOf(densities).withDefault("comfortable"),
    /** The open facet. */
    facet: oneOf(facetNames),
    /** Set if the choice of columns is open. */
    menu: oneOf(["columns"]),
    /** The row that is being changed in place; used without scripts. */
    edit: id,
    /**
     * The saved view from which this state was opened. It has no effect on the list; the other
     * parameters are the state.
     */
    view: matching((text) => text === noView || idText.parse(text) !== null),
  },
  facetNames,
);

/** The download of all matching rows. */
export const activitiesExport = exportOf(activitiesAddress, reportFormats);

export type ActivityListQuery = AddressQuery<typeof activitiesAddress>;
