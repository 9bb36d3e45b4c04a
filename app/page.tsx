import { redirect } from "next/navigation";

/** The activities are the first page until there is an overview. */
export default function StartPage() {
  redirect("/activities");
}
