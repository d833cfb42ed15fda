/** The standards over HTTP: the published ones for everybody, drafts for those who edit and approve them. */
@NullMarked
package io.tongban.permit.publication.web;

import org.jspecify.annotations.NullMarked;
