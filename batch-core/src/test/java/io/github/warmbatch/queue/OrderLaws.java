package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.Claims.workedOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of a queue's order and of its limit of jobs in flight. */
public interface OrderLaws extends QueueBench {

  /** As the tutorial's list, pushed right and taken left. */
  @Test
  default void fifoClaimsInTheOrderOfSubmission() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    submit(a, "three");
    assertThat(workedOff(a)).containsExactly("one", "two", "three");
  }

  /** As the tutorial's worker, which pops where was pushed. */
  @Test
  default void lifoClaimsTheLastSubmittedFirst() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withOrder(Order.LIFO));
    submit(a, "one", "two");
    submit(a, "three");
    assertThat(workedOff(a)).containsExactly("three", "two", "one");
  }

  /** A job begun keeps its turn, although younger entries lie nearer to the end claimed from. */
  @Test
  default void lifoFinishesTheJobBegunFirst() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withOrder(Order.LIFO));
    submit(a, "one", "two");
    granted(a).release();
    submit(a, "three");
    assertThat(workedOff(a)).containsExactly("two", "three", "one");
  }

  /** Given back is not put back. */
  @Test
  default void aReleasedJobKeepsItsPlace() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    granted(a).release();
    assertThat(workedOff(a)).containsExactly("one", "two");
  }

  /** A failure does not move a job to the end of the line: the others wait. */
  @Test
  default void aFailedJobKeepsItsPlace() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    granted(a).fail("broken", shortLease());
    putOff(a);
    letLeaseRunOut();
    assertThat(workedOff(a)).containsExactly("one", "two");
  }

  /** Nor does a death. */
  @Test
  default void anAbandonedJobKeepsItsPlace() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one", "two");
    granted(a);
    letLeaseRunOut();
    assertThat(workedOff(a)).containsExactly("one", "two");
  }

  /** What is pushed at the near end overtakes all that wait. */
  @Test
  default void anUrgentEntryIsNext() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    pushUrgent(Payload.of("urgent"));
    assertThat(workedOff(a)).containsExactly("urgent", "one", "two");
  }

  /** But not the job in flight, at whose place in the list it now lies. */
  @Test
  default void anUrgentEntryIsNextAfterTheOneInFlight() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    pushUrgent(Payload.of("urgent"));
    lease.complete();
    assertThat(workedOff(a)).containsExactly("urgent", "two");
  }

  /** Nor a job begun that was given back. */
  @Test
  default void anUrgentEntryDoesNotOvertakeAJobBegun() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    pushUrgent(Payload.of("urgent"));
    lease.release();
    assertThat(workedOff(a)).containsExactly("one", "urgent", "two");
  }

  /** Completing takes one entry out, the nearest of equal bytes. */
  @Test
  default void equalEntriesAreTakenOutOneAtATime() throws Exception {
    JobQueue a = worker("a");
    submit(a, "same", "other", "same", "same");
    granted(a).complete();
    assertThat(a.stats().queued()).isEqualTo(3);
    assertThat(workedOff(a)).containsExactly("other", "same", "same");
  }

  /** From the end the claim came from. */
  @Test
  default void lifoTakesEqualEntriesOutFromTheTail() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withOrder(Order.LIFO));
    submit(a, "same", "other", "same");
    granted(a).complete();
    assertThat(workedOff(a)).containsExactly("other", "same");
  }

  /** As many as allowed, and not one more. */
  @Test
  default void asManyAreInFlightAsTheLimitAllows() throws Exception {
    Terms two = Terms.USUAL.withMaxInFlight(2);
    JobQueue a = connect("a", two);
    JobQueue b = connect("b", two);
    submit(a, "one", "two", "three");
    Lease first = granted(a);
    Lease second = granted(b);
    assertThat(List.of(first, second))
        .extracting(lease -> lease.job().payload().text())
        .containsExactly("one", "two");
    assertThat(putOff(connect("c", two))).isPositive();
    second.complete();
    assertThat(granted(b).job().payload().text()).isEqualTo("three");
  }

  /** With more than one in flight, a job that backs off does not hold up the others. */
  @Test
  default void aBackoffHoldsUpNobodyWhereTwoMayBeInFlight() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withMaxInFlight(2));
    submit(a, "one", "two");
    granted(a).fail("broken", LEASE);
    Lease second = granted(a);
    assertThat(second.job().payload().text()).isEqualTo("two");
    second.complete();
    assertThat(putOff(a)).isPositive().isLessThanOrEqualTo(LEASE);
  }

  /** Redelivery comes before a fresh entry there too. */
  @Test
  default void aJobBegunComesBeforeAFreshOneWhereTwoMayBeInFlight() throws Exception {
    JobQueue a = connect("a", Terms.USUAL.withMaxInFlight(2));
    submit(a, "one", "two", "three");
    Lease first = granted(a);
    granted(a);
    first.fail("broken", Duration.ZERO);
    assertThat(granted(a).job().id()).isEqualTo(first.job().id());
  }
}
