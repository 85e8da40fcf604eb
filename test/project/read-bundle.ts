import ts from 'typescript';

/** Every text in a bundle that is the address of something on the web. */
export const addressesIn = (code: string): string[] => textsIn(code).filter((text) => /^https?:\/\//.test(text));

/** What a bundle imports, by the names it imports it under. */
export function importsIn(code: string): string[] {
  const names: string[] = [];
  walk(parse(code), (node) => {
    const from =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : calledImport(node);
    if (from && ts.isStringLiteralLike(from)) names.push(from.text);
  });
  return [...new Set(names)];
}

const calledImport = (node: ts.Node): ts.Expression | undefined =>
  ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;

/** The variables of the profile that a bundle reads from its context. */
export const profileVariablesIn = (code: string): string[] => [
  ...new Set([...code.matchAll(/\bvariables\??\.(?:\["(\w+)"\]|(\w+))/g)].flatMap(([, a, b]) => a ?? b ?? [])),
];

/** The HubSpot properties a bundle names: what its `…_PROPERTIES` list, and whatever is called as ours are. */
export function propertiesIn(code: string): string[] {
  const names = textsIn(code).filter((text) => /^l2r_\w+$/.test(text));
  walk(parse(code), (node) => {
    if (!ts.isVariableDeclaration(node) || !/_PROPERTIES\d*$/.test(node.name.getText())) return;
    if (node.initializer && ts.isArrayLiteralExpression(node.initializer))
      names.push(...node.initializer.elements.filter(ts.isStringLiteral).map(({ text }) => text));
  });
  return [...new Set(names)];
}

function textsIn(code: string): string[] {
  const texts: string[] = [];
  walk(parse(code), (node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
  });
  return texts;
}

/** Most copies of the project have the bundles of all others. */
const trees = new Map<string, ts.SourceFile>();

function parse(code: string): ts.SourceFile {
  const tree = trees.get(code) ?? ts.createSourceFile('bundle.js', code, ts.ScriptTarget.Latest, true);
  trees.set(code, tree);
  return tree;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  node.forEachChild((child) => walk(child, visit));
}
