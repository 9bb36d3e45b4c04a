-- Trigrams for search in Lao and English: full-text search has no Lao segmentation.
create extension if not exists pg_trgm;
