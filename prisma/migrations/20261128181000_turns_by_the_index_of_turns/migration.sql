-- A turn takes the first of those that are due, from the index that has them in order. Where a few hundred leads waited and the
-- statistics did not know so yet, PostgreSQL planned to read all that wait from a smaller index and to sort them: for as long as
-- a session kept that plan, each turn took longer the more leads waited.
ALTER FUNCTION "take_place"(text, int, int, int, text, uuid) SET enable_sort = off;
