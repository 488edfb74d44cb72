"""What moto lacks or answers otherwise than AWS documents, one module a service.

A repair makes an answer the documented one, refusals included, and names the page. None makes anything easier to pass.
"""
