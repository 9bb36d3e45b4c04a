import { parseAst } from "vitest/node";

/** A node of the syntax tree, as far as it is read here. */
type Node = { type: string; start: number; end: number } & Readonly<Record<string, unknown>>;

/** Names under which components pass elements, never bare text. */
const elementNames =
  /(^|\.)(children|icon|glyph|circle|input|papers|sizes|button|form|link|first|head|panel|title|lead|undo|buttons)$/;
/** Functions that return elements; `map` is judged by what its callback renders. */
const elementCalls = /(^|\.)(map|flatMap|field|pair|number|mark|cellOf\[id\])$/;

const isElement = ({ type }: Node) => type === "JSXElement" || type === "JSXFragment";
const isText = ({ type, value }: Node) => (type === "JSXText" || type === "Literal") && typeof value === "string";

/**
 * Text that stands beside other children without an element of its own, in a form in which React
 * may change, add or remove it. A browser's translation replaces text nodes; React then fails on
 * the nodes that it no longer finds, or changes one that nobody sees.
 * @returns each place as `line: source`
 */
export function bareTextIn(source: string): string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const node = value as Node;
    if (node.type && isElement(node)) found.push(...bareChildren(node.children as Node[], source));
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(source, { lang: "tsx" }));
  return found;
}

function bareChildren(children: readonly Node[], source: string): string[] {
  const shown = children.map(expressionOf).filter((child) => !(isText(child) && String(child.value).trim() === ""));
  if (shown.length < 2) return [];
  const mayMove = shown.some((child) => isConditional(child, source));
  return shown
    .filter((child) => (isText(child) ? mayMove : mayBeText(child, source)))
    .map(({ start, end }) => `${source.slice(0, start).split("\n").length}: ${source.slice(start, end).trim()}`);
}

function expressionOf(child: Node): Node {
  if (child.type !== "JSXExpressionContainer") return child;
  const expression = child.expression as Node;
  // A comment in braces.
  return expression.type === "JSXEmptyExpression" ? { ...expression, type: "Literal", value: "" } : expression;
}

/** True for a child that is sometimes absent, or of which there are several. */
function isConditional({ type, operator, callee }: Node, source: string): boolean {
  if (type === "CallExpression") return /\.(map|flatMap)$/.test(sourceOf(callee as Node, source));
  return type === "ConditionalExpression" || (type === "LogicalExpression" && operator === "&&");
}

function mayBeText(node: Node, source: string): boolean {
  const any = (...parts: unknown[]) => parts.some((part) => mayBeText(part as Node, source));
  switch (node.type) {
    case "JSXElement":
    case "JSXFragment":
      return false;
    case "Literal":
      return typeof node.value === "string" || typeof node.value === "number";
    case "ConditionalExpression":
      return any(node.consequent, node.alternate);
    case "LogicalExpression":
      return node.operator === "&&" ? any(node.right) : any(node.left, node.right);
    case "AwaitExpression":
      return any(node.argument);
    case "CallExpression":
      return !elementCalls.test(sourceOf(node.callee as Node, source));
    case "Identifier":
      return node.name !== "undefined" && !elementNames.test(sourceOf(node, source));
    case "MemberExpression":
      return !elementNames.test(sourceOf(node, source));
    case "ChainExpression":
      return any(node.expression);
    default:
      return true;
  }
}

const sourceOf = ({ start, end }: Node, source: string) => source.slice(start, end).replace("?.", ".");
