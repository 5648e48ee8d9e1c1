package io.github.warmbatch.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Claims of which a test knows what the answer must be. */
public final class Claims {
  private Claims() {}

  /** The lease that this queue must grant at once. */
  public static Lease granted(JobQueue queue) throws InterruptedException {
    return granted(queue.claim(Duration.ZERO));
  }

  /** The lease of a claim that must have been granted. */
  public static Lease granted(Claim claim) {
    assertThat(claim).isInstanceOf(Claim.Granted.class);
    return ((Claim.Granted) claim).lease();
  }

  /** The hint of a claim that this queue must put off. */
  public static Duration putOff(JobQueue queue) throws InterruptedException {
    Claim claim = queue.claim(Duration.ZERO);
    assertThat(claim).isInstanceOf(Claim.Wait.class);
    return ((Claim.Wait) claim).hint();
  }

  /** Claims and completes until the queue is drained; the texts in the order of the claims. */
  public static List<String> workedOff(JobQueue queue) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    Claim claim = queue.claim(Duration.ZERO);
    while (claim instanceof Claim.Granted granted) {
      texts.add(granted.lease().job().payload().text());
      granted.lease().complete();
      claim = queue.claim(Duration.ZERO);
    }
    assertThat(claim).isInstanceOf(Claim.Drained.class);
    return texts;
  }
}
