package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The marks of a directory, append-only. Safe for use from many threads. */
final class MarkLog {
  private static final int TRIES = 100;

  private final RecordLog records;
  private final Clock clock;
  private final Runnable prepare;
  private Marks known = Marks.NONE;

  /**
   * A log.
   *
   * @param prepare makes its directory, before the first mark is appended
   */
  MarkLog(RecordLog records, Clock clock, Runnable prepare) {
    this.records = records;
    this.clock = clock;
    this.prepare = prepare;
  }

  /**
   * A mark that wants to be appended.
   *
   * @param kind what is said
   * @param numbers of which checkpoints
   * @param reason why, for people
   */
  record Wish(Mark.Kind kind, List<Long> numbers, String reason) {}

  /** All marks by now. */
  synchronized Marks refresh() {
    try {
      long expected = known.sequence() == 0 ? largestListed() : known.sequence();
      List<Mark> fresh = readNew();
      if (known.sequence() + fresh.size() < expected) {
        throw new CheckpointException(
            "%s is missing, though there is %s; restore it from a copy"
                .formatted(
                    records.file(known.sequence() + fresh.size() + 1), FileNames.record(expected)));
      }
      if (!fresh.isEmpty()) {
        records.sync();
      }
      known = known.with(fresh);
      return known;
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be read: %s".formatted(records.directory(), FileProblem.describe(e)), e);
    }
  }

  /**
   * Appends a mark right behind those by which it was decided.
   *
   * @param decision what to append, given all marks before; null for nothing. May be asked again.
   * @return the mark, or null for nothing
   */
  @Nullable Mark append(Function<Marks, @Nullable Wish> decision) {
    for (int i = 0; i < TRIES; i++) {
      Marks before = refresh();
      Wish wish = decision.apply(before);
      if (wish == null) {
        return null;
      }
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      Mark mark = new Mark(before.sequence() + 1, wish.kind(), wish.numbers(), wish.reason(), now);
      if (publish(mark)) {
        return mark;
      }
    }
    throw new CheckpointException(
        "Others took %d sequence numbers in %s first; nothing was done"
            .formatted(TRIES, records.directory()));
  }

  private boolean publish(Mark mark) {
    prepare.run();
    Publication outcome;
    try {
      outcome = records.publish(mark.sequence(), UUID.randomUUID().toString(), mark.write());
    } catch (IOException e) {
      throw failure("was not done", mark, e);
    }
    if (outcome instanceof Publication.Unknown unknown) {
      throw failure("may or may not have been done", mark, unknown.cause());
    }
    return outcome instanceof Publication.Won;
  }

  private CheckpointException failure(String what, Mark mark, Exception cause) {
    return new CheckpointException(
        "To %s %s %s: %s: %s"
            .formatted(
                Fields.nameOf(mark.kind()),
                mark.numbers(),
                what,
                records.file(mark.sequence()),
                cause instanceof IOException problem ? FileProblem.describe(problem) : cause),
        cause);
  }

  private long largestListed() throws IOException {
    try {
      return RecordLog.largest(records.listed());
    } catch (NoSuchFileException e) {
      return 0; // nothing was ever said
    }
  }

  private List<Mark> readNew() throws IOException {
    List<Mark> fresh = new ArrayList<>();
    while (true) {
      long sequence = known.sequence() + fresh.size() + 1;
      byte[] content = records.read(sequence);
      if (content == null) {
        return fresh;
      }
      fresh.add(decode(sequence, content));
    }
  }

  private Mark decode(long sequence, byte[] content) {
    try {
      Mark mark = Mark.read(content);
      if (mark.sequence() != sequence) {
        throw new CheckpointException("it has the sequence number " + mark.sequence());
      }
      return mark;
    } catch (CheckpointException e) {
      throw new CheckpointException("%s: %s".formatted(records.file(sequence), e.getMessage()), e);
    }
  }
}
