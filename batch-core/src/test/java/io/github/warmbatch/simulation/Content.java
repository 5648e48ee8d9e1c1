package io.github.warmbatch.simulation;

import io.github.warmbatch.dataset.DatasetFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What is under a path at one time.
 *
 * @param text the file's text, null where there is no file
 * @param sha256 the text's digest, empty where there is no file
 * @param good whether it can be learned
 */
record Content(@Nullable String text, String sha256, boolean good) {
  static final Content NONE = new Content(null, "", false);

  /** Two rows that differ from those of every other number; those of 666 are refused. */
  static Content table(int number) {
    String text = "amount,day,label\n%d,1,0\n%d,2,1\n".formatted(number, number + 1);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Content(text, new DatasetFile("table", bytes).sha256(), number != 666);
  }
}
