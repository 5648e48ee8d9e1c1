/**
 * The command line: {@link io.github.warmbatch.runner.Main} and one class a command, each of which
 * wires what the libraries offer and prints what came of it. Nothing here is meant to be called by
 * other code; whoever embeds Warmbatch starts at {@code io.github.warmbatch.BatchWorker}.
 */
@NullMarked
package io.github.warmbatch.runner;

import org.jspecify.annotations.NullMarked;
