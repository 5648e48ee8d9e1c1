package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.util.Locale;

/**
 * What NFS answers when a file that was looked up was replaced or removed on the server meanwhile:
 * nothing is wrong with the storage, and whoever begins from the name again finds what is there
 * now.
 */
final class StaleHandles {
  private static final int TRIES = 4;

  private StaleHandles() {}

  /** A look at files that begins by their names, and may be taken again. */
  @FunctionalInterface
  interface Look<T> {
    T take() throws IOException;
  }

  /**
   * Takes a look, and again from the beginning, a few times, as long as a handle was stale.
   *
   * @throws IOException when it fails for another reason, or too often
   */
  static <T> T retry(Look<T> look) throws IOException {
    for (int i = 1; ; i++) {
      try {
        return look.take();
      } catch (IOException e) {
        if (i == TRIES || !isStale(e)) {
          throw e;
        }
      }
    }
  }

  private static boolean isStale(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("stale file handle") || message.contains("stale nfs file handle");
  }
}
