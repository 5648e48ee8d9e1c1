package io.github.warmbatch.checkpoint;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something said about checkpoints after they were published, in one order for all: so that of a
 * promotion, or a pin, and the removal of the same state one comes first, and the other is refused.
 *
 * @param sequence from 1 up
 * @param kind what was said
 * @param numbers of which checkpoints
 * @param reason why, for people
 * @param at when, by the writer's clock
 */
record Mark(long sequence, Kind kind, List<Long> numbers, String reason, Instant at) {

  /** What can be said. */
  enum Kind {
    /** It is the champion. */
    PROMOTE,
    /** Its state is kept whatever retention would do. */
    PIN,
    /** It is a checkpoint like the others again. */
    UNPIN,
    /** Their states are not needed any more and may be gone at any time. */
    PRUNE
  }

  Mark {
    numbers = List.copyOf(numbers);
  }

  /** The mark as a promotion, if it is one. */
  Promotion promotion() {
    return new Promotion(sequence, numbers.get(0), reason, at);
  }

  byte[] write() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("sequence", sequence);
    if (kind == Kind.PROMOTE) {
      fields.put("number", numbers.get(0));
    } else {
      fields.put("kind", Fields.nameOf(kind));
      fields.put("numbers", numbers);
    }
    fields.put("reason", reason);
    fields.put("at", at.toString());
    return SealedJson.write(fields);
  }

  /**
   * Reads a mark.
   *
   * @throws CheckpointException when it is damaged, of a newer format, or none; names the field
   */
  static Mark read(byte[] content) {
    return SealedJson.read(content).as(Mark::read);
  }

  private static Mark read(Fields fields) {
    boolean promotes = fields.textOrNull("kind") == null;
    Kind kind = promotes ? Kind.PROMOTE : fields.oneOf(Kind.class, "kind");
    List<Long> numbers = promotes ? List.of(fields.whole("number")) : fields.wholes("numbers");
    for (long number : numbers) {
      if (number < 1 || number > Integer.MAX_VALUE) {
        throw fields.wrong("numbers", "a list of checkpoints", number);
      }
    }
    return new Mark(
        fields.whole("sequence"),
        kind,
        numbers,
        fields.text("reason"),
        ManifestJson.readInstant(fields, "at"));
  }
}
