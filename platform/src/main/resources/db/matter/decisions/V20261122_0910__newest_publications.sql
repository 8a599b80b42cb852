-- In the order in which they are shown, so that the first page reads its rows and no others.
DROP INDEX decisions.publication_newest;
DROP INDEX decisions.publication_of_division;
CREATE INDEX publication_newest ON decisions.publication (published_at DESC, id DESC);
CREATE INDEX publication_newest_of_list ON decisions.publication (list, published_at DESC, id DESC);
CREATE INDEX publication_of_division ON decisions.publication (division text_pattern_ops, published_at DESC, id DESC);
