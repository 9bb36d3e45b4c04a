import { notFound } from "next/navigation";
import { AppError } from "@/domain/errors";
import { getPlan } from "@/features/plans/server/get-plan";
import type { Context } from "@/server/context";

export type PlanParams = Promise<{ id: string }>;

/** The plan of this address; an address that is no id is not found. */
export async function planOf(context: Context, params: PlanParams) {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return await getPlan(context, { planId: Number(id) });
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
