"""Every fact of a house said in many ways, a module for each, by grammatical form (:mod:`house_data.fragments`)."""
