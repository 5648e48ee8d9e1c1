package io.github.warmbatch.runner;

import io.github.warmbatch.dataset.DatasetFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** What a pipe holds, by how it begins: it has no name that says so. */
final class PipedFormat {
  private static final int OLDEST_PROTOCOL = 2;
  private static final int NEWEST_PROTOCOL = 5;

  private PipedFormat() {}

  /** The ending that a file of such content would have. */
  static String of(DatasetFile file) {
    try (InputStream in = file.open()) {
      byte[] start = in.readNBytes(2);
      if (start.length == 2 && start[0] == 0x1f && start[1] == (byte) 0x8b) {
        return ofContent(unzippedStart(file)) + ".gz";
      }
      return ofContent(start);
    } catch (IOException e) {
      // Damaged: the reader says how.
      return "csv.gz";
    }
  }

  private static byte[] unzippedStart(DatasetFile file) throws IOException {
    try (InputStream in = new GZIPInputStream(file.open())) {
      return in.readNBytes(2);
    }
  }

  /** A pickle begins with its protocol, a table of text never with such a byte. */
  private static String ofContent(byte[] start) {
    boolean pickle =
        start.length == 2
            && start[0] == (byte) 0x80
            && start[1] >= OLDEST_PROTOCOL
            && start[1] <= NEWEST_PROTOCOL;
    return pickle ? "pkl" : "csv";
  }
}
