/** In place of a card that cannot be shown: why. */
export function CardFailure({ cardId, message }: { readonly cardId: string; readonly message: string }) {
  return (
    <div className="wb-unmapped" role="alert" data-card-failure={cardId}>
      The card failed: {message}
    </div>
  );
}
