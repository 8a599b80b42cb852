-- A power that a filter asks for, or nothing where there is none: a filter is a question and never a fault, nor does it make
-- numbers of a thousand digits.
CREATE FUNCTION space.power(base numeric, exponent numeric) RETURNS numeric LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT CASE
               WHEN exponent = 0 THEN 1
               WHEN base = 0 THEN CASE WHEN exponent > 0 THEN 0 END
               WHEN base < 0 AND exponent <> trunc(exponent) THEN NULL
               WHEN abs(exponent) > 1000 OR abs(base) > 1e60 OR abs(base) < 1e-60 THEN NULL
               WHEN abs(exponent * log(abs(base))) > 60 THEN NULL
               ELSE power(base, exponent)
           END
$$;
