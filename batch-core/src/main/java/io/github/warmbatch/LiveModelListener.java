package io.github.warmbatch;

/**
 * Is told what a {@link LiveModel} does, by the thread that looks for a new champion. What a
 * listener throws is logged and otherwise ignored.
 */
public interface LiveModelListener {

  /** Another checkpoint predicts from now on, the first one included. */
  default void swapped(Champion champion) {}

  /**
   * The champion cannot be read or used, or there is none yet; what predicted before still does.
   * Told once, until something changes.
   *
   * @param reason names the file at fault
   */
  default void refused(String reason) {}
}
