"""Synthetic English about houses: everything the house assistant learns from.

The generator is compositional. ``fragments`` says each fact in many ways and in several
grammatical forms, ``frames`` puts fragments together into messages, ``distractors`` adds the
numbers and the talk that must be ignored, ``typos`` roughens the result, ``declines`` holds the
questions that are not about a price, and ``conversations`` wraps it all into chats.
``held_out`` has phrasings of its own that training never sees.
"""
