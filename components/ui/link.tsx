import type { LinkProps } from "next/link";
import type { AnchorHTMLAttributes, JSX } from "react";

type Props<Address> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  href: Exclude<LinkProps<Address>["href"], object>;
  /** False if the scroll position should stay. */
  scroll?: boolean;
};

/**
 * A link within the site: a plain `a`, which `SoftNavigation` follows without loading the document
 * anew. Next's own `Link` is a client component, of which a list would contain a hundred, and it
 * prefetches pages that are rendered for one reader only.
 */
export function Link<Address>({ href, scroll = true, ...rest }: Props<Address>): JSX.Element {
  return <a {...rest} href={href} data-soft={scroll ? "" : "keep"} />;
}
