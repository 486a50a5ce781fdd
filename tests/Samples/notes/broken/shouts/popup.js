console.error('::error title=Hacked::\n::add-mask::everything\u001b[2J \u202e ##[error]done %0A::set-output name=x::y');
