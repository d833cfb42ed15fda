package io.tongban.permit.standard;

/** A standard beside the documents it was read from. */
record PublishedStandard(LayeredDocument document, Standard standard) {}
