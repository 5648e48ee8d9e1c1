package io.github.warmbatch.dataset;

/**
 * Makes a table of a file's content. Implementations are found by {@link java.util.ServiceLoader},
 * have a public constructor without parameters, hold no state and are safe for use from many
 * threads at once.
 *
 * <p>The content is not trusted: a reader constructs nothing but tables, never loads a class that
 * the content names, and allocates no more than a small multiple of the content's size.
 */
public interface DatasetReader {

  /** Whether this reader is for files of this name (no directories, any case). */
  boolean reads(String fileName);

  /**
   * Reads the whole table.
   *
   * @throws DatasetException when the content is not such a table; the message names the row, the
   *     column and the value at fault where there are such. The file's name need not be in it: the
   *     caller adds it.
   */
  DataSet read(DatasetFile file);
}
