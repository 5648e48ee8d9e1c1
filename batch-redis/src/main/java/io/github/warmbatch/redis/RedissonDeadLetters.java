package io.github.warmbatch.redis;

import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.DeadLetter;
import io.github.warmbatch.queue.DeadLetters;
import io.github.warmbatch.queue.Job;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.queue.Payload;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The dead letters of a queue in Redis, kept with payload, attempts, reasons and times. */
final class RedissonDeadLetters implements DeadLetters {
  /** How many there may be. At this limit a job is not buried but stays in the queue. */
  static final int LIMIT = 10_000;

  private static final int FIELDS_BEFORE_REASONS = 8;

  private final ScriptRunner scripts;
  private final Order order;

  RedissonDeadLetters(ScriptRunner scripts, Order order) {
    this.scripts = scripts;
    this.order = order;
  }

  @Override
  public List<DeadLetter> list(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "The limit of dead letters to list is %d and has to be at least 1.".formatted(limit));
    }
    ScriptReply reply = scripts.run(Script.LIST_DEAD, limit);
    List<DeadLetter> letters = new ArrayList<>();
    int at = 0;
    while (at < reply.fields().size()) {
      DeadLetter letter = letter(reply, at);
      letters.add(letter);
      at += FIELDS_BEFORE_REASONS + letter.reasons().size();
    }
    return List.copyOf(letters);
  }

  @Override
  public boolean requeue(String jobId, Position position) {
    boolean left = (position == Position.FRONT) == (order == Order.FIFO);
    String side = left ? "L" : "R";
    return isDone(scripts.run(Script.REQUEUE_DEAD, Identity.randomText(), jobId, side));
  }

  @Override
  public boolean drop(String jobId) {
    return isDone(scripts.run(Script.DROP_DEAD, Identity.randomText(), jobId));
  }

  private static boolean isDone(ScriptReply reply) {
    return reply.word().equals("done");
  }

  private static DeadLetter letter(ScriptReply reply, int at) {
    Attempts attempts = new Attempts(reply.count(at + 2), reply.count(at + 3), reply.count(at + 4));
    Job job = new Job(reply.text(at), Payload.of(reply.bytes(at + 1)), attempts);
    int first = at + FIELDS_BEFORE_REASONS;
    List<String> reasons =
        IntStream.range(first, first + reply.count(at + 7)).mapToObj(reply::text).toList();
    return new DeadLetter(job, reasons, moment(reply, at + 5), moment(reply, at + 6));
  }

  private static Instant moment(ScriptReply reply, int at) {
    return Instant.EPOCH.plus(reply.number(at), ChronoUnit.MICROS);
  }
}
