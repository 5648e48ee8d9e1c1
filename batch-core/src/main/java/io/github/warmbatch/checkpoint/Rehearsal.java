package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Absorbed;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes a draft's records to memory and reads them again, with the longest of everything that is
 * not known before it is published. So a draft that can never be written is told apart from a disk
 * that cannot be written to just now.
 */
final class Rehearsal {
  private static final String DIGEST = "f".repeat(2 * Sha256.BYTES);
  private static final String ATTEMPT = "f".repeat(36);
  private static final Instant MOMENT = Instant.parse("2000-01-01T00:00:00.123456789Z");

  private final Draft draft;

  private Rehearsal(Draft draft) {
    this.draft = draft;
  }

  /**
   * Checks that a draft can be written.
   *
   * @throws UnwritableDraftException when it cannot; names the field, or the size
   */
  static void require(Draft draft) {
    Rehearsal rehearsal = new Rehearsal(draft);
    rehearsal.check("manifest", rehearsal::manifestIsKept);
    if (draft.decision() instanceof Absorbed absorbed) {
      rehearsal.check("state's header", () -> headerIsKept(rehearsal.header(absorbed)));
    }
  }

  private void check(String what, Supplier<Boolean> kept) {
    try {
      if (!kept.get()) {
        throw new CheckpointException("it would not read back as it was written");
      }
    } catch (RuntimeException e) {
      throw new UnwritableDraftException(
          "Number %d (%s) cannot be published, now or later, since its %s cannot be written: %s"
              .formatted(
                  number(),
                  draft.decision().kind(),
                  what,
                  e.getMessage() == null ? e : e.getMessage()),
          e);
    }
  }

  private boolean manifestIsKept() {
    Manifest manifest =
        new Manifest(
            number(),
            draft.parent(),
            DIGEST,
            ATTEMPT,
            draft.decision(),
            state(),
            MOMENT,
            draft.writer(),
            "");
    return ManifestJson.read(ManifestJson.write(manifest)).decision().equals(draft.decision());
  }

  private @Nullable StateRef state() {
    return draft.state() == null
        ? null
        : new StateRef(FileNames.state(number(), ATTEMPT), DIGEST, Long.MAX_VALUE);
  }

  private StateHeader header(Absorbed absorbed) {
    return new StateHeader(number(), ATTEMPT, absorbed.job(), absorbed.dataset(), absorbed.model());
  }

  private static boolean headerIsKept(StateHeader header) {
    byte[] content = Json.write(header.toJson());
    return Fields.of(Json.read(content)).as(StateHeader::read).equals(header);
  }

  private long number() {
    return draft.expectedHead() + 1;
  }
}
