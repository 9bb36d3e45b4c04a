import { connection } from "next/server";

/** A dynamic page that does nothing. */
export default async function BarePage() {
  await connection();
  return <h1>Bare</h1>;
}
