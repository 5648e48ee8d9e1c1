package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The promotions of a directory, append-only. Safe for use from many threads. */
final class PromotionLog {
  private static final int TRIES = 100;

  private final RecordLog records;
  private final Clock clock;
  private final List<Promotion> known = new ArrayList<>();

  PromotionLog(RecordLog records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** All promotions by now, oldest first. */
  synchronized List<Promotion> refresh() {
    try {
      long expected = known.isEmpty() ? largestListed() : known.size();
      int before = known.size();
      boolean more;
      do {
        more = readNext();
      } while (more);
      if (known.size() < expected) {
        throw new CheckpointException(
            "%s is missing, though there is %s; restore it from a copy"
                .formatted(records.file(known.size() + 1), FileNames.record(expected)));
      }
      if (known.size() > before) {
        records.sync();
      }
      return List.copyOf(known);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be read: %s".formatted(records.file(known.size() + 1), e.getMessage()), e);
    }
  }

  /** Adds a promotion behind all others. */
  Promotion append(long number, String reason) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (int i = 0; i < TRIES; i++) {
      Promotion promotion = new Promotion(refresh().size() + 1L, number, reason, now);
      if (publish(promotion)) {
        return promotion;
      }
    }
    throw new CheckpointException(
        "Number %d was not promoted: others took %d sequence numbers in %s first"
            .formatted(number, TRIES, records.directory()));
  }

  private boolean publish(Promotion promotion) {
    Publication outcome;
    try {
      outcome =
          records.publish(promotion.sequence(), UUID.randomUUID().toString(), write(promotion));
    } catch (IOException e) {
      throw failure("was not promoted", promotion, e);
    }
    if (outcome instanceof Publication.Unknown unknown) {
      throw failure("may or may not have been promoted", promotion, unknown.cause());
    }
    return outcome instanceof Publication.Won;
  }

  private CheckpointException failure(String what, Promotion promotion, Exception cause) {
    return new CheckpointException(
        "Number %d %s: %s: %s"
            .formatted(
                promotion.number(), what, records.file(promotion.sequence()), cause.getMessage()),
        cause);
  }

  private long largestListed() throws IOException {
    try {
      return records.largestListed();
    } catch (NoSuchFileException e) {
      return 0; // nothing was ever promoted
    }
  }

  private boolean readNext() throws IOException {
    long sequence = known.size() + 1L;
    byte[] content = records.read(sequence);
    if (content == null) {
      return false;
    }
    known.add(decode(sequence, content));
    return true;
  }

  private Promotion decode(long sequence, byte[] content) {
    try {
      Promotion promotion = SealedJson.read(content).as(PromotionLog::read);
      if (promotion.sequence() != sequence) {
        throw new CheckpointException("it is the promotion " + promotion.sequence());
      }
      return promotion;
    } catch (CheckpointException e) {
      throw new CheckpointException("%s: %s".formatted(records.file(sequence), e.getMessage()), e);
    }
  }

  private static byte[] write(Promotion promotion) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("sequence", promotion.sequence());
    fields.put("number", promotion.number());
    fields.put("reason", promotion.reason());
    fields.put("at", promotion.at().toString());
    return SealedJson.write(fields);
  }

  private static Promotion read(Fields fields) {
    return new Promotion(
        fields.whole("sequence"),
        fields.whole("number"),
        fields.text("reason"),
        ManifestJson.readInstant(fields, "at"));
  }
}
