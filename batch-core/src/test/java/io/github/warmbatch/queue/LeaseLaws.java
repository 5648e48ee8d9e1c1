package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The laws of a {@link Lease} while it runs and when it ends, and of the {@link Attempts}. */
public interface LeaseLaws extends QueueBench {

  /** Never more than the queue grants. */
  @Test
  default void aNewLeaseHasItsLengthLeftAtMost() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    assertThat(granted(a).remaining()).isPositive().isLessThanOrEqualTo(LEASE);
  }

  /** The holder can tell by itself that it is over. */
  @Test
  default void nothingIsLeftOfALeaseThatRanOut() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    Lease lease = granted(a);
    letLeaseRunOut();
    assertThat(lease.remaining()).isLessThanOrEqualTo(Duration.ZERO);
  }

  /** Renewed half way, it outlives its first length. */
  @Test
  default void renewingExtendsTheLease() throws Exception {
    Duration half = shortLease();
    Terms terms = Terms.USUAL.withLease(half.multipliedBy(2));
    JobQueue a = connect("a", terms);
    submit(a, "one");
    Lease lease = granted(a);
    advance(half);
    lease.renew();
    assertThat(lease.remaining()).isGreaterThan(half);
    advance(half.plusMillis(1));
    assertThat(putOff(connect("b", terms))).isPositive();
    lease.complete();
    assertThat(a.stats().completed()).isEqualTo(1);
  }

  /** Renewing sets the full length; it does not add up. */
  @Test
  default void renewingNeverGivesMoreThanTheFullLength() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    lease.renew();
    lease.renew();
    assertThat(lease.remaining()).isLessThanOrEqualTo(LEASE);
    assertThat(putOff(worker("b"))).isLessThanOrEqualTo(LEASE);
  }

  /** Done is done. */
  @Test
  default void aCompletedJobIsGone() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a).complete();
    assertThat(a.claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
  }

  /** Given back, it is there for anyone, and no failure is held against it. */
  @Test
  default void aReleasedJobCanBeClaimedAtOnce() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    lease.release();
    Job again = granted(worker("b")).job();
    assertThat(again.id()).isEqualTo(lease.job().id());
    assertThat(again.payload()).isEqualTo(lease.job().payload());
    assertThat(again.attempts()).isEqualTo(new Attempts(0, 0, 1));
  }

  /** Nobody gets it during the backoff, its last holder included. */
  @Test
  default void aFailedJobBacksOff() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a).fail("broken", LEASE);
    assertThat(putOff(worker("b"))).isPositive().isLessThanOrEqualTo(LEASE);
    assertThat(putOff(a)).isPositive();
  }

  /** The backoff may be shorter or longer than the lease was. */
  @Test
  default void aFailedJobIsNextAfterItsBackoff() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    lease.fail("broken", shortLease());
    putOff(a);
    letLeaseRunOut();
    Job again = granted(a).job();
    assertThat(again.id()).isEqualTo(lease.job().id());
    assertThat(again.attempts()).isEqualTo(new Attempts(1, 0, 0));
  }

  /** No backoff, no wait. */
  @Test
  default void aJobFailedWithoutBackoffCanBeClaimedAtOnce() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    lease.fail("broken", Duration.ZERO);
    assertThat(granted(worker("b")).job().id()).isEqualTo(lease.job().id());
  }

  /** The machine died: the job is next for another, and the loss is counted once. */
  @Test
  default void aJobWhoseLeaseRanOutIsDeliveredAgain() throws Exception {
    JobQueue a = hastyWorker("a");
    JobQueue b = hastyWorker("b");
    submit(a, "one", "two");
    Lease lost = granted(a);
    letLeaseRunOut();
    Lease again = granted(b);
    assertThat(again.job().id()).isEqualTo(lost.job().id());
    assertThat(again.job().attempts()).isEqualTo(new Attempts(0, 1, 0));
    again.release();
    assertThat(granted(b).job().attempts()).isEqualTo(new Attempts(0, 1, 1));
  }

  /** Each kind of end has its own counter. */
  @Test
  default void failuresAbandonmentsAndReleasesAreCountedApart() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    granted(a).fail("broken", Duration.ZERO);
    granted(a).release();
    granted(a);
    letLeaseRunOut();
    granted(a).fail("broken again", Duration.ZERO);
    assertThat(granted(a).job().attempts()).isEqualTo(new Attempts(2, 1, 1));
  }

  /** The job of a lease is a value: what happens later does not change it. */
  @Test
  default void aLeaseShowsTheJobAsItWasAtTheClaim() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    lease.fail("broken", Duration.ZERO);
    granted(a);
    assertThat(lease.job().attempts()).isEqualTo(Attempts.NONE);
  }

  /** Too late is too late, even if nobody else took the job. */
  @Test
  default void aLeaseThatRanOutCanChangeNothing() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    Lease lease = granted(a);
    letLeaseRunOut();
    for (LeaseCall call : LeaseCall.values()) {
      assertThatThrownBy(() -> call.on(lease))
          .as("%s", call)
          .isInstanceOf(LeaseLostException.class);
    }
    assertThat(a.stats()).isEqualTo(new QueueStats(1, 0, 0, 0));
    assertThat(granted(a).job().attempts()).isEqualTo(new Attempts(0, 1, 0));
  }

  /** The zombie's calls do not touch the new lease. */
  @Test
  default void aLeaseWhoseJobWasGivenToAnotherCanChangeNothing() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    Lease zombie = granted(a);
    letLeaseRunOut();
    Lease current = granted(hastyWorker("b"));
    for (LeaseCall call : LeaseCall.values()) {
      assertThatThrownBy(() -> call.on(zombie))
          .as("%s", call)
          .isInstanceOf(LeaseLostException.class);
    }
    current.complete();
    assertThat(a.stats()).isEqualTo(new QueueStats(0, 0, 0, 1));
  }
}
