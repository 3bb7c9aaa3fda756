/** What a site adds to the catalogue: instruments, wording, norms and licences, from files. */
@NullMarked
package dev.attune.instruments.packs;

import org.jspecify.annotations.NullMarked;
