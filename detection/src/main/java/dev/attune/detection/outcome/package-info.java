/** How clients fare: reliable change, expected response, signals and effect sizes. */
@NullMarked
package dev.attune.detection.outcome;

import org.jspecify.annotations.NullMarked;
