import NextLink, { type LinkProps } from "next/link";
import type { JSX } from "react";

/**
 * A link within the site. Nothing is fetched before it is pressed: each page is rendered anew for its reader, so that a prefetch
 * would cost the server a request and bring the reader nothing.
 */
export function Link<Address>(props: Omit<LinkProps<Address>, "prefetch">): JSX.Element {
  return <NextLink<Address> {...(props as LinkProps<Address>)} prefetch={false} />;
}
