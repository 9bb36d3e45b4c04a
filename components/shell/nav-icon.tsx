import {
  Calendar,
  Clock,
  FileText,
  Handshake,
  LayoutDashboard,
  ListChecks,
  MapFold,
  MessageSquare,
  Pencil,
  Repeat,
  Settings,
  ShieldCheck,
  Trash2,
  User,
  Users,
} from "@/components/ui/icons";
import type { NavIcon as Name } from "./nav-item";

const icons = {
  activities: ListChecks,
  plans: MapFold,
  reports: FileText,
  users: Users,
  settings: Settings,
  meetings: Calendar,
  deadlines: Clock,
  overview: LayoutDashboard,
  partners: Handshake,
  audit: ShieldCheck,
  mentions: MessageSquare,
  rounds: Pencil,
  bin: Trash2,
  desk: User,
  "carry-over": Repeat,
} as const satisfies Record<Name, unknown>;

/** The icon of a place; its name is beside it. */
export function NavIcon({ name }: { name: Name }) {
  const Icon = icons[name];
  return <Icon aria-hidden className="size-4 shrink-0 max-lg:size-5" />;
}
