package io.github.warmbatch.queue;

import java.time.Duration;

/** The calls by which a lease's holder changes the queue. */
public enum LeaseCall {
  /** {@link Lease#renew}. */
  RENEW,
  /** {@link Lease#complete}. */
  COMPLETE,
  /** {@link Lease#release}. */
  RELEASE,
  /** {@link Lease#fail}, without backoff. */
  FAIL,
  /** {@link Lease#bury}. */
  BURY;

  /** Makes the call. */
  public void on(Lease lease) {
    switch (this) {
      case RENEW -> lease.renew();
      case COMPLETE -> lease.complete();
      case RELEASE -> lease.release();
      case FAIL -> lease.fail("broken", Duration.ZERO);
      case BURY -> lease.bury("no use");
    }
  }
}
