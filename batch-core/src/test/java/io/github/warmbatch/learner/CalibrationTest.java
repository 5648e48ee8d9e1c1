package io.github.warmbatch.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {

  @Test
  void isTheLogisticFunctionAsLongAsItSawNothing() {
    Calibration calibration = new Calibration();
    assertThat(calibration.probability(1.5)).isEqualTo(Decay.sigmoid(1.5));
  }

  @Test
  void learnsThatMarginsAreTooBoldAndTooHigh() {
    Calibration calibration = new Calibration();
    Dice dice = new Dice(1, 1, 1);
    for (int i = 0; i < 200_000; i++) {
      double margin = dice.below(1000) / 100.0 - 5;
      calibration.note(margin, dice.chance(Decay.sigmoid(0.5 * margin - 1)));
    }
    calibration.fit();
    for (double margin = -4; margin <= 4; margin++) {
      assertThat(calibration.probability(margin))
          .isCloseTo(Decay.sigmoid(0.5 * margin - 1), within(0.02));
    }
  }

  @Test
  void risesWhateverItSaw() {
    Calibration calibration = new Calibration();
    for (int i = 0; i < 1000; i++) {
      calibration.note(-3, true);
      calibration.note(3, false);
      calibration.note(1e300, i % 2 == 0);
    }
    calibration.fit();
    double before = 0;
    for (double margin = -10; margin <= 10; margin += 0.5) {
      assertThat(calibration.probability(margin)).isGreaterThan(before).isLessThan(1);
      before = calibration.probability(margin);
    }
  }
}
