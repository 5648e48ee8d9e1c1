/**
 * The lineage of a model: its decisions, its checkpoints, and the directory that keeps them.
 *
 * <p>{@link io.github.warmbatch.checkpoint.CheckpointStore} is the SPI, {@link
 * io.github.warmbatch.checkpoint.FileCheckpointStore} the implementation over a shared file system,
 * and {@link io.github.warmbatch.checkpoint.Lineage} the view that both the worker and the commands
 * decide by; {@link io.github.warmbatch.checkpoint.StateFile} reads a checkpoint's file by itself.
 * Depends on {@code dataset}, {@code training}, {@code evaluation} and {@code drift}.
 */
@NullMarked
package io.github.warmbatch.checkpoint;

import org.jspecify.annotations.NullMarked;
