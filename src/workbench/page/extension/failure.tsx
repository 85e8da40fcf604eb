/** In place of a card or page that cannot be shown: why. */
export function Failure({ id, message }: { readonly id: string; readonly message: string }) {
  return (
    <div className="wb-unmapped" role="alert" data-failure={id}>
      The extension failed: {message}
    </div>
  );
}
