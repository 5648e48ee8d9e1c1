package io.github.warmbatch.queue;

/**
 * Every law of {@link JobQueue}, {@link Lease}, {@link Claim}, {@link Attempts}, {@link QueueStats}
 * and {@link DeadLetters}, as tests. To prove a queue, extend this class, give the hooks of {@link
 * QueueBench}, and close in an {@code @AfterEach} what {@link #connect} opened:
 *
 * <pre>{@code
 * class MyJobQueueTest extends JobQueueContract {
 *   public JobQueue connect(String workerId, Terms terms) { … }
 *   public void advance(Duration time) { … }
 *   public void pushUrgent(Payload entry) { … }
 *   public Duration shortLease() { … }
 * }
 * }</pre>
 *
 * <p>The tests that let time pass do so by {@link #advance} and {@link #shortLease} alone: where a
 * server's clock cannot be turned, {@code advance} waits, and a lease of about a second keeps the
 * whole contract under a minute. Nothing else depends on how fast the machine is.
 */
public abstract class JobQueueContract
    implements ClaimLaws,
        LeaseLaws,
        EndingLaws,
        CompleteAndClaimLaws,
        OrderLaws,
        IdentityLaws,
        DeadLetterLaws,
        StatsLaws,
        ContentionLaws {}
