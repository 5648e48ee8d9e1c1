package io.github.warmbatch.queue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A script of what goes wrong, to put around any queue. It is followed by counting calls, so that a
 * test run twice fails twice in the same way.
 *
 * <pre>{@code
 * Faults faults = new Faults()
 *     .at(QueueCall.COMPLETE, 2, Fault.answerLost())
 *     .always(QueueCall.RENEW, Fault.disconnected());
 * worker.run(faults.around(queue));
 * assertThat(faults.outstanding()).isEmpty();
 * }</pre>
 *
 * <p>Calls are counted from one, kind by kind, over all queues that the script was put around, as
 * they begin. Leases and dead letters got through such a queue follow the script too. {@link
 * JobQueue#name}, {@link JobQueue#close} and what a lease knows by itself are left alone. Safe for
 * use from many threads.
 */
public final class Faults {
  private static final Fault NONE = Runnable::run;

  private final Map<QueueCall, Integer> calls = new EnumMap<>(QueueCall.class);
  private final Map<QueueCall, Fault> standing = new EnumMap<>(QueueCall.class);
  private final List<Entry> outstanding = new ArrayList<>();

  /** A script in which nothing goes wrong yet. */
  public Faults() {}

  /**
   * Has this go wrong at one call.
   *
   * @param occurrence which of the calls of this kind, from one
   * @throws IllegalArgumentException when that call was made already or has a fault already
   */
  public synchronized Faults at(QueueCall call, int occurrence, Fault fault) {
    if (occurrence <= count(call)) {
      throw new IllegalArgumentException(
          "Call %s number %d was made before; %d were".formatted(call, occurrence, count(call)));
    }
    if (outstanding.stream().anyMatch(entry -> entry.isAt(call, occurrence))) {
      throw new IllegalArgumentException(
          "Call %s number %d has a fault already; give one each".formatted(call, occurrence));
    }
    outstanding.add(new Entry(call, occurrence, fault));
    return this;
  }

  /** Has this go wrong at every call of a kind from now on that has no fault of its own. */
  public synchronized Faults always(QueueCall call, Fault fault) {
    standing.put(call, fault);
    return this;
  }

  /** Has nothing go wrong any more; the count goes on. */
  public synchronized Faults clear() {
    standing.clear();
    outstanding.clear();
    return this;
  }

  /** How many calls of this kind have begun. */
  public synchronized int count(QueueCall call) {
    return calls.getOrDefault(call, 0);
  }

  /**
   * The faults at single calls that have not struck, in words: empty when the script was played.
   */
  public synchronized List<String> outstanding() {
    return outstanding.stream().map(entry -> entry.call + " " + entry.occurrence).toList();
  }

  /** This queue, with everything going wrong that the script says. */
  public JobQueue around(JobQueue queue) {
    return new FaultyQueue(queue, this);
  }

  /** Counts a call and says what goes wrong at it. */
  synchronized Fault next(QueueCall call) {
    int occurrence = calls.merge(call, 1, Integer::sum);
    for (Entry entry : outstanding) {
      if (entry.isAt(call, occurrence)) {
        outstanding.remove(entry);
        return entry.fault;
      }
    }
    return standing.getOrDefault(call, NONE);
  }

  private record Entry(QueueCall call, int occurrence, Fault fault) {
    private boolean isAt(QueueCall other, int number) {
      return call == other && occurrence == number;
    }
  }
}
