@NullMarked
package dev.attune.instruments.packs;

import org.jspecify.annotations.NullMarked;
