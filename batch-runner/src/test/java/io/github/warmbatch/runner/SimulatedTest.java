package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulatedTest {
  @TempDir Path directory;

  @Test
  void theDayAfterIsTheHoldOut() {
    Simulated simulated = Simulated.write(directory, 2, 1);

    assertThat(simulated.training())
        .containsExactly("datasets/training/2018-04-01.csv", "datasets/training/2018-04-02.csv");
    assertThat(simulated.holdOut()).isEqualTo("datasets/testing/2018-04-03.csv");
    assertThat(directory.resolve(simulated.holdOut())).isRegularFile();
  }

  @Test
  void theHoldOutStaysWhenMoreDaysAreAskedFor() {
    Simulated.write(directory, 1, 1);

    Simulated more = Simulated.write(directory, 2, 1);

    assertThat(more.holdOut()).isEqualTo("datasets/testing/2018-04-02.csv");
    assertThat(more.training())
        .containsExactly("datasets/training/2018-04-01.csv", "datasets/training/2018-04-03.csv");
  }
}
