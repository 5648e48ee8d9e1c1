package io.github.warmbatch.weka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.StateFormatException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWindowTest {
  private static final ModelShape SHAPE = new ModelShape(List.of(0, 3), 2, 0, 7);

  private static byte[] written(RowWindow window) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    window.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static RowWindow read(byte[] bytes, ModelShape shape) throws StateFormatException {
    RowWindow window = new RowWindow(shape, 3);
    window.read(new StateInput(bytes));
    return window;
  }

  @Test
  void keepsTheNewestRowsInTheirOrder() throws IOException {
    RowWindow window = new RowWindow(SHAPE, 3);
    double[] row = new double[3];
    for (int i = 0; i < 5; i++) {
      row[0] = i;
      window.add(row);
    }

    assertThat(window.rows()).extracting(kept -> kept[0]).containsExactly(2.0, 3.0, 4.0);
    assertThat(read(written(window), SHAPE).rows())
        .extracting(kept -> kept[0])
        .containsExactly(2.0, 3.0, 4.0);
  }

  @Test
  void refusesValuesThatAreNone() throws IOException {
    for (double[] row :
        List.of(
            new double[] {1, 3, 0},
            new double[] {1, -1, 0},
            new double[] {1, 0.5, 0},
            new double[] {1, 0, 2},
            new double[] {1, 0, Double.NaN})) {
      RowWindow window = new RowWindow(SHAPE, 3);
      window.add(row);
      assertThatThrownBy(() -> read(written(window), SHAPE))
          .isInstanceOf(StateFormatException.class);
    }
  }

  @Test
  void takesMissingValues() throws IOException {
    RowWindow window = new RowWindow(SHAPE, 3);
    window.add(new double[] {Double.NaN, Double.NaN, 1});

    assertThat(read(written(window), SHAPE).rows()).hasSize(1);
  }
}
