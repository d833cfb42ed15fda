package io.tongban.permit.standard;

import io.tongban.permit.document.DocumentNode;

/** A standard beside the document it was read from. */
record PublishedStandard(DocumentNode document, Standard standard) {}
