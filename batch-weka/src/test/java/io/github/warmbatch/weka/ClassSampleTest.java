package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassSampleTest {
  @Test
  void keepsNoRowThatDrewMoreThanOneThatWasDropped() {
    ClassSample sample = new ClassSample(7);
    for (int i = 0; i < 50; i++) {
      sample.offer(new double[] {i, 0});
    }
    long dropped = Long.MAX_VALUE;
    while (sample.rows().size() > 10) {
      dropped = sample.rows().lastKey();
      sample.dropLast();
    }
    for (int i = 50; i < 100; i++) {
      sample.offer(new double[] {i, 0});
    }

    assertThat(sample.rows().lastKey()).isLessThan(dropped);
    assertThat(sample.rows()).hasSizeBetween(11, 30);
  }
}
