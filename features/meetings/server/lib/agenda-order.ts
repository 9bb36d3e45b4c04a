import "server-only";
import { asc } from "drizzle-orm";
import { agendaItems } from "@/db/schema/meetings";

/** By the printed number (2, 3.2, 3.10); items without one last, in the order of adding. */
export const agendaOrder = [asc(agendaItems.no), asc(agendaItems.position), asc(agendaItems.id)] as const;
