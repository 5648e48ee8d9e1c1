package io.github.warmbatch.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Writes and reads the states of one trainer. Safe for use from many threads.
 *
 * @param <S> the state
 */
public interface StateCodec<S> {

  /**
   * Writes everything that is needed to go on. Does not close the stream.
   *
   * @throws IOException when the stream fails
   */
  void write(S state, OutputStream out) throws IOException;

  /**
   * Reads what {@link #write} wrote. The content is not trusted.
   *
   * @param spec what the state must be for
   * @throws StateFormatException when the content is not such a state
   * @throws IOException when the stream fails
   */
  S read(InputStream in, TrainingSpec spec) throws IOException;
}
