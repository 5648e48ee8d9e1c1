package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.Background.waitingClaim;
import static io.github.warmbatch.queue.Claims.granted;
import static io.github.warmbatch.queue.Claims.putOff;
import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of {@link JobQueue#claim}: what it answers, and when it stops waiting. */
public interface ClaimLaws extends QueueBench {

  /** Nothing was ever submitted. */
  @Test
  default void anEmptyQueueIsDrained() throws Exception {
    assertThat(worker("a").claim(Duration.ZERO)).isInstanceOf(Claim.Drained.class);
  }

  /** A leased job is an entry: another worker must not take the queue for drained. */
  @Test
  default void aLeasedJobPutsOthersOffUntilItsLeaseEnds() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    granted(a);
    assertThat(putOff(worker("b"))).isPositive().isLessThanOrEqualTo(LEASE);
  }

  /** One in flight means one, the same worker's second claim included. */
  @Test
  default void aWorkerWithALeaseIsPutOffToo() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    granted(a);
    assertThat(putOff(a)).isPositive().isLessThanOrEqualTo(LEASE);
  }

  /** Nothing happened to it yet. */
  @Test
  default void aNewJobHasAnIdAndNoAttempts() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Job job = granted(a).job();
    assertThat(job.id()).isNotBlank();
    assertThat(job.attempts()).isEqualTo(Attempts.NONE);
  }

  /** Ids tell entries apart, not bytes. */
  @Test
  default void equalEntriesHaveDifferentIds() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "one");
    Lease first = granted(a);
    first.complete();
    assertThat(granted(a).job().id()).isNotEqualTo(first.job().id());
  }

  /** Paths are bytes, and not all file systems speak UTF-8. */
  @Test
  default void bytesThatAreNotUtf8ComeBackAsTheyWere() throws Exception {
    Payload bytes = Payload.of(new byte[] {(byte) 0xff, 0, (byte) 0xc3, '\n', (byte) 0x80});
    JobQueue a = worker("a");
    a.submit(List.of(bytes));
    Lease lease = granted(a);
    assertThat(lease.job().payload()).isEqualTo(bytes);
    lease.complete();
    assertThat(a.stats().queued()).isZero();
  }

  /** An entry without a byte is an entry. */
  @Test
  default void anEmptyEntryIsAJob() throws Exception {
    JobQueue a = worker("a");
    submit(a, "", "two");
    Lease lease = granted(a);
    assertThat(lease.job().payload().text()).isEmpty();
    lease.complete();
    assertThat(granted(a).job().payload().text()).isEqualTo("two");
  }

  /** Each lease has a greater number, whoever gets it and whatever became of the last. */
  @Test
  default void fencingNumbersRise() throws Exception {
    JobQueue a = worker("a");
    JobQueue b = worker("b");
    submit(a, "one", "two");
    Lease first = granted(a);
    first.release();
    Lease second = granted(b);
    second.complete();
    Lease third = granted(a);
    assertThat(List.of(first.fencingToken(), second.fencingToken(), third.fencingToken()))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  /** The timeout bounds the wait for a first entry. */
  @Test
  default void drainedIsSaidAfterTheTimeout() throws Exception {
    JobQueue a = worker("a");
    Background<Claim> claim = Background.start(() -> a.claim(shortLease()));
    assertThat(claim.resultWhile(() -> advance(shortLease()))).isInstanceOf(Claim.Drained.class);
  }

  /** The timeout bounds the wait for the end of another's lease. */
  @Test
  default void waitIsSaidAfterTheTimeout() throws Exception {
    JobQueue a = worker("a");
    JobQueue b = worker("b");
    submit(a, "one");
    Lease lease = granted(a);
    Duration timeout = Duration.ofSeconds(1);
    Background<Claim> claim = Background.start(() -> b.claim(timeout));
    Claim answer =
        claim.resultWhile(
            () -> {
              lease.renew();
              advance(timeout);
            });
    assertThat(answer).isInstanceOf(Claim.Wait.class);
  }

  /** No polling interval stands between a push and its claim. */
  @Test
  default void aPushWakesAWaitingClaim() throws Exception {
    Background<Claim> claim = waitingClaim(worker("a"));
    submit(worker("b"), "one");
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("one");
  }

  /** An urgent entry wakes as well. */
  @Test
  default void anUrgentPushWakesAWaitingClaim() throws Exception {
    Background<Claim> claim = waitingClaim(worker("a"));
    pushUrgent(Payload.of("one"));
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("one");
  }

  /** The same job, given back. */
  @Test
  default void aReleaseWakesAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    Background<Claim> claim = waitingClaim(worker("b"));
    lease.release();
    assertThat(granted(claim.result()).job().id()).isEqualTo(lease.job().id());
  }

  /** The next job, no longer held up. */
  @Test
  default void aCompletionWakesAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    Background<Claim> claim = waitingClaim(worker("b"));
    lease.complete();
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("two");
  }

  /** The next job, no longer held up. */
  @Test
  default void aBurialWakesAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    Background<Claim> claim = waitingClaim(worker("b"));
    lease.bury("no use");
    assertThat(granted(claim.result()).job().payload().text()).isEqualTo("two");
  }

  /** A dead worker does not have to say so. */
  @Test
  default void theEndOfALeaseWakesAWaitingClaim() throws Exception {
    JobQueue a = hastyWorker("a");
    submit(a, "one");
    Lease lease = granted(a);
    Background<Claim> claim = waitingClaim(hastyWorker("b"));
    letLeaseRunOut();
    assertThat(granted(claim.result()).job().id()).isEqualTo(lease.job().id());
  }

  /** The end of a backoff needs nobody to say so either. */
  @Test
  default void theEndOfABackoffWakesAWaitingClaim() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Lease lease = granted(a);
    lease.fail("not yet", shortLease());
    Background<Claim> claim = waitingClaim(a);
    letLeaseRunOut();
    assertThat(granted(claim.result()).job().id()).isEqualTo(lease.job().id());
  }

  /** A stopped worker must not take a job with it. */
  @Test
  default void anInterruptedClaimHoldsNoLease() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one", "two");
    Lease lease = granted(a);
    Background<Claim> claim = waitingClaim(worker("b"));
    claim.interrupt();
    assertThatThrownBy(claim::result).isInstanceOf(InterruptedException.class);
    lease.complete();
    assertThat(a.stats().inFlight()).isZero();
    assertThat(granted(a).job().payload().text()).isEqualTo("two");
  }

  /** An interrupt that came before the claim counts. */
  @Test
  default void anInterruptBeforeTheClaimCounts() throws Exception {
    JobQueue a = worker("a");
    submit(a, "one");
    Background<Claim> claim =
        Background.start(
            () -> {
              Thread.currentThread().interrupt();
              return a.claim(LONG);
            });
    assertThatThrownBy(claim::result).isInstanceOf(InterruptedException.class);
    assertThat(a.stats().inFlight()).isZero();
  }

  /** Less than nothing cannot be waited. */
  @Test
  default void aNegativeTimeoutIsRefused() {
    JobQueue a = worker("a");
    assertThatThrownBy(() -> a.claim(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-0.001S");
  }
}
