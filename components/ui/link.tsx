import type { LinkProps } from "next/link";
import type { AnchorHTMLAttributes, JSX } from "react";

type Props<Address> = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  href: Exclude<LinkProps<Address>["href"], object>;
  /** False where the page stays scrolled as it is. */
  scroll?: boolean;
};

/**
 * A link within the site: a plain one, which `SoftNavigation` follows without loading the document anew. Not the framework's: that is a
 * client component, of which a page of rows would carry a hundred, and it fetches ahead pages that are rendered for their reader only.
 */
export function Link<Address>({ href, scroll = true, ...rest }: Props<Address>): JSX.Element {
  return <a {...rest} href={href} data-soft={scroll ? "" : "keep"} />;
}
